/** Words in which a path, a host or an address may be; punctuation around them is not part of them. */
export const WORDS = /[^\s'"`,;()[\]{}<>|]*[^\s'"`,;()[\]{}<>|.:!?]/g;

/** `/data/x`, `s3a://bucket/x`, `jdbc:postgresql://…`, `C:\x`, `file:/x`, `~/x`, `../x`, `orders.parquet`. */
const PATH =
  /^(?:[a-z][\w+.-]*:\/|jdbc:|(?:[A-Za-z]:|\\)\\|\.{0,2}\/\S|~\/)|^(?=.*[A-Za-z_])[^/]+(?:\/[^/]*){2,}$|\.(?:parquet|orc|avro|csv|tsv|json|jsonl|txt|gz|zip|jar|whl|egg|py|ipynb|conf|properties|log|xml|ya?ml|pem|key)(?::\d+)?$/i;

const MAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?:\/\d{1,2})?$/;
const IPV6 = /^(?:[\da-f]{0,4}:){3,7}[\da-f]{0,4}$/i;
const HOST_AND_PORT = /^[\w-]+(?:\.[\w-]+)*:\d{2,5}$/;
const HOST_NAME = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;
/** `NativeMethodAccessorImpl.java:0`, `org.apache.spark.SparkException`, `spark.sql.shuffle.partitions`. */
const CODE =
  /\.(?:java|scala|kt|sql)(?::\d+)?$|^(?:spark|org|java|javax|scala|sun|py4j|com\.(?:sun|google))\.|[a-z]\.[A-Z]/;

export function isPath(word: string): boolean {
  return PATH.test(word) && !/\.(?:java|scala):\d+$|^spark\.[\w.]+$/.test(word);
}

export function isMailAddress(word: string): boolean {
  return MAIL.test(word);
}

export function isHost(word: string): boolean {
  if (IPV4.test(word) || IPV6.test(word)) return true;
  if (CODE.test(word)) return false;
  return HOST_AND_PORT.test(word) || (HOST_NAME.test(word) && word.split('.').length >= 3);
}
