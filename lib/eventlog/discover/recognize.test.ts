import { describe, expect, it } from 'vitest';
import { RECOGNIZERS, recognize } from './recognize.ts';

function recognized(name: string, content: string): string {
  const bytes = Uint8Array.from(content, (char) => char.charCodeAt(0));
  return recognize({ name, bytes, text: new TextDecoder().decode(bytes) }).what;
}

describe('recognize', () => {
  it.each([
    ['photo', '\x89PNG\r\n\x1a\n', 'a PNG image'],
    ['part-0.parquet', 'PAR1\x15\x04', 'a Parquet data file'],
    ['data.orc', 'ORC\x08', 'an ORC data file'],
    ['a.webp', 'RIFF\x01\x02\x03\x04WEBPVP8', 'a WebP image'],
    ['a.pdf', '%PDF-1.7\n', 'a PDF document'],
    ['log.bz2', 'BZh91AY', 'a bzip2 file'],
    ['log.lz4', '\x04\x22\x4d\x18d', 'an LZ4 frame, which Spark does not write'],
    ['heap.hprof', 'JAVA PROFILE 1.0.2\0', 'a Java heap dump'],
    ['log.txt', '\xff\xfe{\0"\0E\0', 'UTF-16 text (PowerShell writes it with ">")'],
    ['job.ipynb', '{\n "cells": [\n  {}]}', 'a Jupyter notebook'],
    ['00000000000000000003.json', '{"commitInfo":{"timestamp":1}}\n', 'the transaction log of a Delta table'],
    [
      'applications.json',
      '[ {\n  "id" : "app-1",\n  "name" : "etl",\n  "attempts" : [ {',
      "an answer of the History Server's REST interface",
    ],
    ['jobs.html', '<!DOCTYPE html><html><head><title>x - Spark Jobs</title>', 'a saved page of the Spark UI'],
    ['a.html', '<html><body>hello', 'a web page (HTML)'],
    [
      'stderr',
      '24/01/31 10:00:00 INFO SparkContext: Running Spark version 3.5.0\n',
      'a driver or executor log (log4j lines)',
    ],
    [
      'driver.log',
      'OpenJDK warning\n2024-01-31T10:00:00.123Z WARN  TaskSetManager: Lost task\n',
      'a driver or executor log (log4j lines)',
    ],
    ['stdout', 'Setting default log level to "WARN".\n', 'the output of a driver (stdout or stderr)'],
    ['gc.log', '[0.004s][info][gc] Using G1\n', 'a garbage collection log of the JVM'],
    ['spark-defaults.conf', 'spark.eventLog.enabled true\n', 'Spark configuration'],
    ['etl.py', '"""Nightly."""\nfrom pyspark.sql import SparkSession\n', 'Python source'],
    ['Etl.scala', 'package com.example\n\nobject Etl {', 'Scala or Java source'],
    ['q.sql', 'SELECT 1', 'an SQL script'],
    ['a.csv', 'id,name\n1,ada\n2,bob\n', 'a CSV table'],
    ['a.json', '{"name": "x"}', 'JSON without events (its first key is "name")'],
    ['a.json', '[1, 2]', 'a JSON list'],
    ['notes', 'remember the milk\nand more', 'text without events (it starts with "remember the milk")'],
    ['blob', '\x00\x01\x02\x03\x04', 'binary data of an unknown kind (it starts with 00 01 02 03)'],
    ['blank', ' \n\n', 'only blanks'],
  ])('says what %s with %j is: %s', (name, content, what) => {
    expect(recognized(name, content)).toBe(what);
  });

  it('shortens a long first line', () => {
    expect(recognized('notes', 'x'.repeat(100))).toContain(`${'x'.repeat(59)}…`);
  });

  it('stays fast on long texts made to slow it down', () => {
    const start = performance.now();
    for (const piece of ['\n', ' ', '{"', '{"id":', '{"cells"', ',', ',\n', '<html', 'a,', '[0]', '"a" #1']) {
      recognized('x.csv', piece.repeat(65536 / piece.length));
    }
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('describes everything so that it fits into "a.txt: …, not an event log"', () => {
    for (const { what } of RECOGNIZERS) expect(what).not.toMatch(/[.!]$|^[A-Z](?![A-Z]|park|cala|ython|TF)/);
  });
});
