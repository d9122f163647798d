import { readSpecs } from './function-spec.ts';

/** Strings, bytes, URLs (`string_funcs`, `url_funcs`, the patterns of `predicate_funcs`). */
export const TEXT_FUNCTIONS = readSpecs(
  'scalar',
  `
ascii : string : int
base64 : binary : string
bit_length : string : int
btrim : string string : string
chr char : bigint : string
collate : string any : string
collation : string : string !
concat_ws : any : string
contains : string string : boolean
decode : any : @decode
elt : int string : string ?
encode : string string : binary ?
endswith : string string : boolean
find_in_set : string string : int
format_number : num any : string ?
format_string printf : string any : string
from_base32 : string : binary
ilike : string string string : boolean
initcap : string : string
instr : string string : int
is_valid_utf8 : string : boolean ?
jaro_winkler_similarity : string string : double ?
left : string int : @text
length char_length character_length len : string : int
levenshtein : string string int : int
like : string string string : boolean
locate : string string int : int
lower lcase : string : string
lpad : string int string : @text
ltrim : string string : string
luhn_check : string : boolean ?
make_valid_utf8 : string : string ?
mask : string string string string string : string
octet_length : string : int
overlay : string string int int : @text
parse_url : string string string : string ?
position : string string int : int
quote : string : string ?
randstr : int bigint : string ! ~
regexp_count : string string : int
regexp_extract : string string int : string
regexp_extract_all : string string int : @full_strings
regexp_instr : string string int : int
regexp_replace : string string string int : string
regexp_substr : string string : string ?
repeat : string int : string
replace : string string string : string
right : string int : string ?
rlike regexp regexp_like : string string : boolean
rpad : string int string : @text
rtrim : string string : string
sentences : string string string : array<array<string>> ?
soundex : string : string
space : int : string
split : string string int : @full_strings
split_part : string string int : string ?
startswith : string string : boolean
substring substr : string int int : @text
substring_index : string string int : string
to_base32 : binary : string
to_binary : string string : binary ?
to_char to_varchar : any string : string
to_number : string string : @number
translate : string string string : string
trim : string string : string
try_parse_url : string string string : string ?
try_to_binary : string string : binary ?
try_to_number : string string : @number ?
try_url_decode : string : string ?
try_validate_utf8 : string : string ?
unbase64 : string : binary
upper ucase : string : string
url_decode : string : string ?
url_encode : string : string ?
validate_utf8 : string : string ?
`,
);
