package com.klinity.benchmarks.load;

/**
 * What the server asks its database for one read: the one place to change when that changes. Each is an expression of an
 * account's and a patient's id.
 */
final class ServerSql {

    private static final String ISSUED = "timestamptz '2100-01-01 00:00:00Z'";
    private static final String COLUMNS =
            "id, name, birth_date, sex, email, phone, external_id, notes, created_at, updated_at, version";

    private ServerSql() {}

    static String enter(String account) {
        return "platform.enter(" + account + ", " + ISSUED + ")";
    }

    static String read(String patient) {
        return "select " + COLUMNS + " from appointments.patients where id = " + patient;
    }

    static String append(String account, String patient) {
        return "audit.append(" + account + "::text, '127.0.0.1', 'read', 'Patient', array[" + patient
                + "], 'success', gen_random_uuid(), '')";
    }
}
