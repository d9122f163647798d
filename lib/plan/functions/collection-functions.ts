import { readSpecs } from './function-spec.ts';

/** Arrays, maps, structs and functions over them (`array_funcs`, `map_funcs`, `lambda_funcs`, `collection_funcs`). */
export const COLLECTION_FUNCTIONS = readSpecs(
  'scalar',
  `
aggregate reduce : any : @fold
array : same : @array !
array_append : any any : @0
array_compact : any : @0
array_contains : any any : boolean
array_distinct : any : @0
array_except : any any : @0
array_insert : any int any : @0
array_intersect : any any : @0
array_join : any string string : string
array_max : any : @element ?
array_min : any : @element ?
array_position : any any : bigint
array_prepend : any any : @0
array_remove : any any : @0
array_repeat : any int : @array_of_0 !
array_size : any : int
array_sort : any any : @0
array_union : any any : @0
arrays_overlap : any any : boolean
arrays_zip : any : @zip
concat : any : @concat
element_at : any any : @value ?
exists : any any : boolean
filter : any any : @0
flatten : any : @element
forall : any any : boolean
get : any int : @element ?
map : any : @map !
map_concat : any : @0
map_contains_key : any any : boolean ?
map_entries : any : @entries
map_filter : any any : @0
map_from_arrays : any any : @map_of_arrays
map_from_entries : any : @map_of_entries
map_keys : any : @keys
map_values : any : @values
map_zip_with : any any any : @map_zip
named_struct : any : @named_struct !
reverse : any : @0
sequence : any any any : @sequence
shuffle : any : @0 ~
size cardinality : any : int !
slice : any int int : @0
sort_array : any boolean : @0
str_to_map : string string string : map<string,string>
struct : any : @struct !
transform : any any : @transform
update_fields : any any any : @with_field
drop_fields : any any : @without_fields
transform_keys : any any : @transform_keys
transform_values : any any : @transform_values
try_element_at : any any : @value ?
zip_with : any any any : @zip_with
`,
);
