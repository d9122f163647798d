import { describe, expect, it } from 'vitest';
import { find, lintText } from '../testing.ts';
import { missingColumn } from './missing-column.ts';

describe('missing-column', () => {
  it('names a column that no source and no step gives, and those that there are', async () => {
    const found = await find([missingColumn], 'countries.select("continent").write.parquet("out/a")');
    expect(found.map(({ message }) => message)).toEqual([
      'there is no column continent here; there are country, region',
    ]);
  });

  it('names it in filters, in group-bys, and after the step that took the column away', async () => {
    const found = await lintText(
      missingColumn,
      [
        'users.filter("age > 3").count()',
        'users.groupBy("age").count().show()',
        'users.groupBy("country").count().select("code").show()',
        'users.drop("code").withColumn("c", F.upper("code")).show()',
      ].join('\n'),
    );
    expect(found).toEqual(['1 COL-13', '2 COL-13', '3 COL-13', '4 COL-13']);
  });

  it('finds nothing for columns that are there in other letters, made, or left out but still found by a filter', async () => {
    const found = await lintText(
      missingColumn,
      [
        'users.select("COUNTRY").show()',
        'users.withColumn("age", F.lit(1)).filter("age > 3").show()',
        'users.select("country").filter("code = 1").show()',
        'users.alias("u").select("u.country").show()',
        'events.select(F.explode("tags").alias("tag")).groupBy("tag").count().show()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where the schema is not known', async () => {
    const found = await lintText(
      missingColumn,
      [
        'spark.read.parquet("other").select("anything").show()',
        'users.join(spark.read.parquet("other"), "user_id").select("anything").show()',
        'users.transform(unknown).select("anything").show()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where names depend on the data, on a function, or on a table that is written by position', async () => {
    const found = await lintText(
      missingColumn,
      [
        'wide = events.groupBy("user_id").pivot("kind").sum("amount")',
        'wide.select("buy").show()',
        'users.select(F.st_new("code", "NDR")).show()',
        'users.alias("u").lateralJoin(events.alias("e").where(F.col("u.user_id").outer() == F.col("e.user_id"))).show()',
        'users.write.saveAsTable("t")',
        'users.select(users.user_id.alias("a"), users.country.alias("b"), users.code.alias("c")).write.insertInto("t")',
        'spark.read.table("t").select("country").show()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
