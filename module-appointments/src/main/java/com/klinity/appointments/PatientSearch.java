package com.klinity.appointments;

import com.klinity.platform.spi.ReadableText;
import com.klinity.platform.spi.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the patients that are looked for; all of it must hold. */
record PatientSearch(
        @Nullable String name,
        @Nullable String externalId,
        @Nullable LocalDate birthDate) {

    /** Each further one reads the index once more. */
    private static final int MOST_WORDS = 16;

    /** Greater than every character a name is made of. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** Ranges of the index alone: with LIKE, row-level security would let no index be used, and % would mean something. */
    private static final String NAMED = """
        id in (
            select found.patient_id
            from unnest(cast(:wishes as int[]), cast(:froms as text[]), cast(:tos as text[])) as s (wish, low, high)
            cross join lateral (
                select w.patient_id from appointments.patient_words w
                where w.ending >= s.low and w.ending < s.high offset 0) as found
            group by found.patient_id
            having count(distinct s.wish) = :allWishes)\
        """;

    PatientSearch {
        externalId = PatientInput.comparable(externalId);
        new Rules()
                .require(
                        "",
                        name != null || externalId != null || birthDate != null,
                        "must have a name, an externalId or a birthDate")
                .optionalText("/name", name, PatientInput.NAME_MOST)
                .require("/name", ReadableText.isLine(name), ReadableText.LINE)
                .require("/name", hasWords(name, 1, MOST_WORDS), "must be from one word to " + MOST_WORDS)
                .optionalText("/externalId", externalId, PatientInput.EXTERNAL_ID_MOST)
                .require("/externalId", ReadableText.isLine(externalId), ReadableText.LINE)
                .enforce();
    }

    Conditions conditions() {
        Conditions conditions = new Conditions();
        if (name != null) {
            named(conditions, FoldedName.of(name).sought());
        }
        if (externalId != null) {
            conditions.and("external_id = :externalId").set("externalId", externalId);
        }
        if (birthDate != null) {
            conditions.and("birth_date = :birthDate").set("birthDate", birthDate);
        }
        return conditions;
    }

    private static void named(Conditions conditions, List<Set<String>> wishes) {
        List<String> numbers = new ArrayList<>();
        List<String> froms = new ArrayList<>();
        for (int wish = 0; wish < wishes.size(); wish++) {
            for (String from : wishes.get(wish)) {
                numbers.add(Integer.toString(wish));
                froms.add(from);
            }
        }
        conditions
                .and(NAMED)
                .set("wishes", numbers)
                .set("froms", froms)
                .set("tos", froms.stream().map(from -> from + LAST).toList())
                .set("allWishes", wishes.size());
    }

    /** The length is looked at first: it bounds the work. */
    private static boolean hasWords(@Nullable String name, int least, int most) {
        if (name == null || name.length() > PatientInput.NAME_MOST) {
            return true;
        }
        int words = FoldedName.of(name).size();
        return words >= least && words <= most;
    }
}
