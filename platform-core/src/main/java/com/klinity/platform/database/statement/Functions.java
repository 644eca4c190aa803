package com.klinity.platform.database.statement;

import java.util.Set;

/**
 * The functions that features may call. Each, in every form that PostgreSQL has of it, depends on its arguments and perhaps
 * on the clock, chance or the statement itself; none looks at the session, the catalogue, files or other sessions, none
 * waits, and none runs a text as a statement. A test compares the list with the catalogue. More are added here, and nowhere
 * else.
 */
final class Functions {

    /** Those of {@code pg_catalog}, and what the grammar makes look like one. */
    static final Set<String> PLAIN = Set.of("""
        coalesce nullif greatest least grouping row position extract rollup cube

        count sum avg min max bool_and bool_or every string_agg array_agg json_agg jsonb_agg json_object_agg
        jsonb_object_agg bit_and bit_or bit_xor stddev stddev_pop stddev_samp variance var_pop var_samp corr
        mode percentile_cont percentile_disc range_agg
        row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value

        abs ceil ceiling floor round trunc sign mod power sqrt cbrt exp ln log log10 div gcd lcm factorial degrees
        radians pi sin cos tan asin acos atan atan2 width_bucket scale min_scale trim_scale random

        ascii chr btrim ltrim rtrim trim lower upper initcap length char_length character_length octet_length
        bit_length left right lpad rpad repeat replace reverse substr substring overlay split_part starts_with
        strpos translate concat concat_ws format quote_literal quote_nullable quote_ident to_hex normalize
        is_normalized unistr encode decode convert_to convert_from md5 sha224 sha256 sha384 sha512 get_byte set_byte
        get_bit bit_count regexp_count regexp_instr regexp_like regexp_match regexp_matches
        regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr string_to_array string_to_table

        now clock_timestamp statement_timestamp transaction_timestamp age date_part date_trunc date_bin timezone
        make_date make_time make_timestamp make_timestamptz make_interval justify_days justify_hours
        justify_interval isfinite to_char to_date to_timestamp to_number

        unnest generate_series generate_subscripts cardinality array_append array_cat array_prepend array_remove
        array_replace array_length array_lower array_upper array_ndims array_dims array_position array_positions
        array_to_string array_fill trim_array

        to_json to_jsonb row_to_json array_to_json json_build_object jsonb_build_object json_build_array
        jsonb_build_array json_object jsonb_object json_array_length jsonb_array_length json_array_elements
        jsonb_array_elements json_array_elements_text jsonb_array_elements_text json_each jsonb_each json_each_text
        jsonb_each_text json_object_keys jsonb_object_keys json_extract_path jsonb_extract_path
        json_extract_path_text jsonb_extract_path_text json_typeof jsonb_typeof json_strip_nulls jsonb_strip_nulls
        jsonb_set jsonb_set_lax jsonb_insert jsonb_pretty jsonb_exists jsonb_exists_any jsonb_exists_all
        jsonb_contains jsonb_contained jsonb_concat jsonb_delete jsonb_delete_path json_to_recordset
        jsonb_to_recordset json_to_record jsonb_to_record jsonb_path_exists jsonb_path_match jsonb_path_query
        jsonb_path_query_array jsonb_path_query_first

        to_tsvector to_tsquery plainto_tsquery phraseto_tsquery websearch_to_tsquery ts_rank ts_rank_cd ts_headline
        setweight strip numnode querytree tsvector_to_array array_to_tsvector

        lower_inc upper_inc lower_inf upper_inf isempty range_merge daterange int4range int8range numrange tsrange
        tstzrange num_nulls num_nonnulls gen_random_uuid current_query\
        """.strip().split("\\s+"));

    /** Functions of the core that read. */
    static final Set<String> THAT_READ =
            Set.of("platform.current_account", "audit.checkpoint_leaves", "platform.account_region");

    /** Functions of the core that change what their transaction's account is. */
    private static final Set<String> THAT_CHANGE =
            Set.of("identity.hold_account", "identity.remember_email", "identity.sign_out");

    private Functions() {}

    static boolean isOfTheCore(String qualified) {
        return THAT_READ.contains(qualified) || THAT_CHANGE.contains(qualified);
    }
}
