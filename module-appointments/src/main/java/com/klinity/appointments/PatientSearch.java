package com.klinity.appointments;

import com.klinity.platform.spi.Rules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of the patients that are looked for; all of it must hold. */
record PatientSearch(
        @Nullable String name,
        @Nullable String externalId,
        @Nullable LocalDate birthDate) {

    /** Greater than every character a name is made of. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    PatientSearch {
        new Rules()
                .require(
                        "",
                        name != null || externalId != null || birthDate != null,
                        "must have a name, an externalId or a birthDate")
                .optionalText("/name", name, PatientInput.NAME_MOST)
                .require("/name", Text.isLine(name), Text.LINE)
                .require("/name", name == null || isSearchable(name), "must begin with a word")
                .optionalText("/externalId", externalId, PatientInput.EXTERNAL_ID_MOST)
                .require("/externalId", Text.isLine(externalId), Text.LINE)
                .enforce();
    }

    Conditions conditions() {
        Conditions conditions = new Conditions();
        if (name != null) {
            String from = SearchName.fold(name);
            conditions.and(
                    "id in (select patient_id from appointments.patient_words where ending >= :from and ending < :to)");
            conditions.set("from", from).set("to", from + LAST);
        }
        if (externalId != null) {
            conditions.and("external_id = :externalId").set("externalId", externalId);
        }
        if (birthDate != null) {
            conditions.and("birth_date = :birthDate").set("birthDate", birthDate);
        }
        return conditions;
    }

    private static boolean isSearchable(String name) {
        return name.length() > PatientInput.NAME_MOST || !SearchName.fold(name).isEmpty();
    }
}
