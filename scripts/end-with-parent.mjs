// Loaded into the server: should the start script be killed outright, this channel closes and the port is freed.
process.on('disconnect', () => process.exit(0));
process.channel?.unref();
