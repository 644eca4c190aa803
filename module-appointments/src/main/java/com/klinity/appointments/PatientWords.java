package com.klinity.appointments;

import com.klinity.platform.spi.Scope;
import java.util.List;
import java.util.UUID;

/** Keeps what patients are found by. */
final class PatientWords {

    private static final String INSERT = """
        insert into appointments.patient_words (patient_id, ending)
        select :patient, unnest(:endings)
        """;
    private static final String DELETE = "delete from appointments.patient_words where patient_id = :patient";

    private PatientWords() {}

    static void add(Scope scope, UUID patient, String name) {
        List<String> endings = FoldedName.of(name).endings();
        if (!endings.isEmpty()) {
            scope.sql(INSERT).set("patient", patient).set("endings", endings).execute();
        }
    }

    static void replace(Scope scope, UUID patient, String name) {
        scope.sql(DELETE).set("patient", patient).execute();
        add(scope, patient, name);
    }
}
