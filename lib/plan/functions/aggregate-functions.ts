import { readSpecs } from './function-spec.ts';

/** Spark's aggregate functions (`agg_funcs` of the function registry, Spark 3.5 to 4.3). */
export const AGGREGATE_FUNCTIONS = readSpecs(
  'aggregate',
  `
any_value : any boolean : @0 ?
approx_count_distinct : any double : bigint !
approx_percentile percentile_approx : num double int : @percentiles ?
approx_top_k : any int int : @array_of_0 ?
approx_top_k_accumulate : any int : binary ?
approx_top_k_combine : any int : binary ?
avg mean : num : @avg ?
try_avg : num : @avg ?
bit_and : any : @0 ?
bit_or : any : @0 ?
bit_xor : any : @0 ?
bitmap_and_agg : binary : binary !
bitmap_construct_agg : bigint : binary !
bitmap_or_agg : binary : binary !
bool_and every : boolean : boolean ?
bool_or any some : boolean : boolean ?
collect_list array_agg : any : @list_of_0 !
collect_set : any : @list_of_0 !
collect_union : any : @0 !
corr : double double : double ?
count : any : bigint !
count_if : boolean : bigint !
count_min_sketch : any double double int : binary !
covar_pop : double double : double ?
covar_samp : double double : double ?
first first_value : any boolean : @0 ?
grouping : any : tinyint !
grouping_id : any : bigint !
histogram_numeric : any int : array<struct<x:double,y:double>> ?
hll_sketch_agg : any int : binary !
hll_union_agg : binary boolean : binary !
kll_merge_agg_bigint : binary int : binary !
kll_merge_agg_double : binary int : binary !
kll_merge_agg_float : binary int : binary !
kll_sketch_agg_bigint : bigint int : binary !
kll_sketch_agg_double : double int : binary !
kll_sketch_agg_float : float int : binary !
kurtosis : double : double ?
last last_value : any boolean : @0 ?
listagg string_agg : any any : string ?
max : any : @0 ?
max_by : any any int : @best ?
measure : any : @0 ?
median : num : @median ?
min : any : @0 ?
min_by : any any int : @best ?
mode : any boolean : @0 ?
percentile : num double bigint : @percentiles_double ?
percentile_cont : num double : @percentiles_double ?
percentile_disc : num double : @percentiles_double ?
pivotfirst : any any : @pivot ?
product : double : double ?
regr_avgx : double double : double ?
regr_avgy : double double : double ?
regr_count : double double : bigint !
regr_intercept : double double : double ?
regr_r2 : double double : double ?
regr_slope : double double : double ?
regr_sxx : double double : double ?
regr_sxy : double double : double ?
regr_syy : double double : double ?
schema_of_variant_agg : variant : string !
skewness : double : double ?
stddev_pop : double : double ?
stddev_samp std stddev : double : double ?
sum : num : @sum ?
try_sum : num : @sum ?
theta_intersection_agg : binary : binary !
theta_sketch_agg : any int : binary !
theta_union_agg : binary int : binary !
tuple_intersection_agg_double : binary : binary !
tuple_intersection_agg_integer : binary : binary !
tuple_sketch_agg_double : any double : binary !
tuple_sketch_agg_integer : any int : binary !
tuple_union_agg_double : binary : binary !
tuple_union_agg_integer : binary : binary !
var_pop : double : double ?
var_samp variance : double : double ?
vector_avg : array<float> : array<float> ?
vector_sum : array<float> : array<float> ?
`,
);

/** Functions that only have a value over a window (`window_funcs`). */
export const WINDOW_FUNCTIONS = readSpecs(
  'window',
  `
counter_diff : any any : @0 ?
cume_dist : any : double !
dense_rank : any : int !
lag : any int any : @0 ?
lead : any int any : @0 ?
nth_value : any int : @0 ?
ntile : int : int !
percent_rank : any : double !
rank : any : int !
row_number : any : int !
`,
);

/** Functions that make several rows of one; what columns they have says `analyze/generators.ts`. */
export const GENERATORS = readSpecs(
  'generator',
  `
explode explode_outer : any : void ?
posexplode posexplode_outer : any : void ?
inline inline_outer : any : void ?
stack : int any : void ?
json_tuple : string : void ?
variant_explode variant_explode_outer : variant : void ?
sql_keywords : any : void ?
collations : any : void ?
replicate_rows : bigint any : void ?
`,
);
