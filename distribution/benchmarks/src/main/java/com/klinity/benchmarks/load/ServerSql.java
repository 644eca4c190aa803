package com.klinity.benchmarks.load;

/**
 * What the server asks its database for one read: the one place to change when that changes. Each is an expression of an
 * account's and a patient's id.
 */
final class ServerSql {

    private static final String ISSUED = "timestamptz '2100-01-01 00:00:00Z'";
    /** The benchmark's own; its digest is registered beside the server's. */
    private static final String KEY = "'\\x01'::bytea";

    private static final String COLUMNS =
            "id, name, birth_date, sex, email, phone, external_id, notes, created_at, updated_at, version";

    private ServerSql() {}

    /** Lets the database take the benchmark for a core. */
    static String register() {
        return "insert into platform.core_keys (verifier) values (sha256(" + KEY + ")) on conflict do nothing";
    }

    static String enter(String account) {
        return "platform.enter(" + KEY + ", " + account + ", " + ISSUED + ")";
    }

    static String read(String patient) {
        return "select " + COLUMNS + " from appointments.patients where id = " + patient;
    }

    static String append(String account, String patient) {
        return "audit.append(" + KEY + ", array[" + account + "], array[" + account
                + "::text], array['127.0.0.1'], array['read'], array['Patient'], array['{' || " + patient
                + "::text || '}'], array['success'], array[gen_random_uuid()], array[''], true)";
    }
}
