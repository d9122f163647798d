import { readSpecs } from './function-spec.ts';

/** Conditions, formats, sketches, the session (`conditional_funcs`, `json_funcs`, `misc_funcs` and the smaller kinds). */
export const OTHER_FUNCTIONS = readSpecs(
  'scalar',
  `
coalesce : same : @wider
if iff : boolean same same : @branches
ifnull nvl : same same : @wider
nullif : any any : @0 ?
nullifzero : num : @0 ?
nvl2 : any same same : @branches
zeroifnull : num : @0 !
equal_null : any any : boolean !
isnan : double : boolean !
isnotnull : any : boolean !
isnull : any : boolean !
atleastnnonnulls : any : boolean !
assert_true : boolean string : void ?
raise_error : any any : void ?
aes_decrypt : binary binary string string any : binary ?
aes_encrypt : binary binary string string any any : binary ?
try_aes_decrypt : binary binary string string any : binary ?
bitmap_bit_position : bigint : bigint
bitmap_bucket_number : bigint : bigint
bitmap_count : binary : bigint
current_catalog : any : string !
current_database current_schema : any : string !
current_path : any : string !
current_user user session_user : any : string !
hmac : any : binary ?
input_file_block_length : any : bigint ! ~
input_file_block_start : any : bigint ! ~
input_file_name : any : string ! ~
java_method reflect : any : string ? ~
try_reflect : any : string ? ~
monotonically_increasing_id : any : bigint ! ~
spark_partition_id : any : int ! ~
typeof : any : string !
uuid : any : string ! ~
version : any : string !
from_csv : string any any : @schema
schema_of_csv : any any : string !
to_csv : any any : string ?
from_json : string any any : @schema ?
get_json_object : string string : string ?
json_array_length : string : int ?
json_object_keys : string : array<string> ?
schema_of_json : any any : string !
to_json : any any : string ?
from_xml : string any any : @schema ?
schema_of_xml : any any : string !
to_xml : any any : string ?
xpath : string string : array<string> ?
xpath_boolean : string string : boolean ?
xpath_double xpath_number : string string : double ?
xpath_float : string string : float ?
xpath_int : string string : int ?
xpath_long : string string : bigint ?
xpath_short : string string : smallint ?
xpath_string : string string : string ?
from_avro : binary any any : unknown ?
schema_of_avro : any any : string !
to_avro : any any : binary
from_protobuf : binary any any any : unknown ?
to_protobuf : any any any any : binary
is_valid_variant : variant : boolean
is_variant_null : variant : boolean !
parse_json : string : variant
schema_of_variant : variant : string
to_variant_object : any : variant
try_parse_json : string : variant ?
try_variant_array_append : variant any any : variant ?
try_variant_get : variant any any : @named_type ?
try_variant_insert : variant any any : variant ?
try_variant_set : variant any any : variant ?
variant_array_append : variant any any : variant
variant_delete : variant any : variant
variant_get : variant any any : @named_type ?
variant_insert : variant any any : variant
variant_set : variant any any : variant
variant_strip_nulls : variant any : variant
st_asbinary : any : binary
st_geogfromwkb : binary : binary
st_geomfromwkb : binary : binary
st_setsrid : any int : @0
st_srid : any : int
approx_top_k_estimate : any int : array<struct<item:unknown,count:bigint>>
hll_sketch_estimate : binary : bigint
hll_union : binary binary boolean : binary
kll_sketch_get_n_bigint kll_sketch_get_n_double kll_sketch_get_n_float : binary : bigint
kll_sketch_get_quantile_bigint : binary any : bigint
kll_sketch_get_quantile_double : binary any : double
kll_sketch_get_quantile_float : binary any : float
kll_sketch_get_rank_bigint kll_sketch_get_rank_double kll_sketch_get_rank_float : binary any : double
kll_sketch_merge_bigint : binary binary : binary
kll_sketch_merge_double : binary binary : binary
kll_sketch_merge_float : binary binary : binary
kll_sketch_to_string_bigint kll_sketch_to_string_double kll_sketch_to_string_float : binary : string
theta_difference : binary binary : binary
theta_intersection : binary binary : binary
theta_sketch_estimate : binary : bigint
theta_union : binary binary int : binary
tuple_difference_double : binary binary : binary
tuple_difference_integer : binary binary : binary
tuple_difference_theta_double : binary binary : binary
tuple_difference_theta_integer : binary binary : binary
tuple_intersection_double : binary binary : binary
tuple_intersection_integer : binary binary : binary
tuple_intersection_theta_double : binary binary : binary
tuple_intersection_theta_integer : binary binary : binary
tuple_sketch_estimate_double tuple_sketch_estimate_integer : binary : double
tuple_sketch_summary_double : binary any : double
tuple_sketch_summary_integer : binary any : bigint
tuple_sketch_theta_double tuple_sketch_theta_integer : binary : double
tuple_union_double : binary binary : binary
tuple_union_integer : binary binary : binary
tuple_union_theta_double : binary binary : binary
tuple_union_theta_integer : binary binary : binary
`,
);
