import { readSpecs } from './function-spec.ts';

/** Numbers, bits and random values (`math_funcs`, `bitwise_funcs`, `hash_funcs`, `vector_funcs`). */
export const MATH_FUNCTIONS = readSpecs(
  'scalar',
  `
abs : num : @0
acos : double : double ?
acosh : double : double ?
asin : double : double ?
asinh : double : double ?
atan : double : double ?
atan2 : double double : double
atanh : double : double ?
bin : bigint : string
bit_count : any : int
bit_get getbit : any int : tinyint
bround : num int : @round ?
cbrt : double : double ?
ceil ceiling : num int : @ceil ?
conv : string int int : string ?
cos : double : double ?
cosh : double : double ?
cot : double : double ?
crc32 : binary : bigint
csc : double : double ?
degrees : double : double ?
e : any : double !
exp : double : double ?
expm1 : double : double ?
factorial : int : bigint ?
floor : num int : @ceil ?
greatest : same : @wider
hash : any : int !
hex : any : string
hypot : double double : double
least : same : @wider
ln log_e : double : double ?
log : double double : double ?
log10 : double : double ?
log1p : double : double ?
log2 : double : double ?
md5 : binary : string
nanvl : same same : @wider
negative : num : @0
pi : any : double !
positive : num : @0
power pow : double double : double
radians : double : double ?
rand random : any : double ! ~
randn : any : double ! ~
rint : double : double ?
round : num int : @round ?
sec : double : double ?
sha1 sha : binary : string
sha2 : binary int : string ?
shiftleft << : any int : @0
shiftright >> : any int : @0
shiftrightunsigned >>> : any int : @0
signum sign : double : double ?
sin : double : double ?
sinh : double : double ?
sqrt : double : double ?
tan : double : double ?
tanh : double : double ?
unhex : string : binary ?
uniform : num num : @wider ! ~
vector_cosine_similarity : array<float> array<float> : float ?
vector_inner_product : array<float> array<float> : float ?
vector_l2_distance : array<float> array<float> : float ?
vector_norm : array<float> float : float ?
vector_normalize : array<float> float : array<float> ?
width_bucket : double double double bigint : bigint ?
xxhash64 : any : bigint !
~ : any : @0
`,
);
