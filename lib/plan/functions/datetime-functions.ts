import { readSpecs } from './function-spec.ts';

/** Dates, times and time windows (`datetime_funcs`). */
export const DATETIME_FUNCTIONS = readSpecs(
  'scalar',
  `
add_months : date int : date
convert_timezone : any : timestamp_ntz
curdate current_date : any : date !
current_time : any : time !
now current_timestamp : any : timestamp !
current_timezone : any : string !
date_add : date int : date
dateadd : any any any : @shifted ?
timestampadd : any any any : timestamp
timestampdiff : any any any : bigint
datediff date_diff : date date : int
date_format : timestamp string : string
date_from_unix_date : int : date
date_part datepart extract : any any : @part
date_sub : date int : date
date_trunc : string timestamp : timestamp ?
dayname : date : string
dayofmonth day : date : int
dayofweek : date : int
dayofyear : date : int
from_unixtime : bigint string : string ?
from_utc_timestamp : timestamp string : timestamp
hour : timestamp : int
last_day : date : date
localtime : any : time !
localtimestamp : any : timestamp_ntz !
make_date : int int int : date ?
make_dt_interval : int int int num : interval day to second ?
make_interval : int : interval ?
make_time : int int num : time ?
make_timestamp : any : timestamp ?
make_timestamp_ltz : any : timestamp ?
make_timestamp_ntz : any : timestamp_ntz ?
make_ym_interval : int int : interval year to month
minute : timestamp : int
month : date : int
monthname : date : string
months_between : timestamp timestamp boolean : double
next_day : date string : date ?
quarter : date : int
second : timestamp : int
session_window : any any : struct<start:timestamp,end:timestamp>
time_bucket : any any any : @1
time_diff : any any any : bigint
time_from_micros : bigint : time
time_from_millis : bigint : time
time_from_seconds : bigint : time
time_to_micros : any : bigint
time_to_millis : any : bigint
time_to_seconds : any : bigint
time_trunc : any any : @1
timestamp_micros : bigint : timestamp
timestamp_millis : bigint : timestamp
timestamp_nanos : bigint : timestamp
timestamp_seconds : num : timestamp
to_date : any string : date ?
to_time : any string : time ?
to_timestamp : any string : timestamp ?
to_timestamp_ltz : any string : timestamp ?
to_timestamp_ntz : any string : timestamp_ntz ?
to_unix_timestamp unix_timestamp : any string : bigint ?
to_utc_timestamp : timestamp string : timestamp
trunc : date string : date ?
try_make_interval : int : interval ?
try_make_timestamp : any : timestamp ?
try_make_timestamp_ltz : any : timestamp ?
try_make_timestamp_ntz : any : timestamp_ntz ?
try_to_date : any string : date ?
try_to_time : any string : time ?
try_to_timestamp : any string : timestamp ?
unix_date : date : int
unix_micros : timestamp : bigint
unix_millis : timestamp : bigint
unix_nanos : timestamp : bigint
unix_seconds : timestamp : bigint
weekday : date : int
weekofyear : date : int
window : any any any any : struct<start:timestamp,end:timestamp>
window_time : any : timestamp
year : date : int
years : any : int
months : any : int
days : any : int
hours : any : int
bucket : any any : int
`,
);
