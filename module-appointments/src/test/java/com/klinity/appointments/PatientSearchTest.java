package com.klinity.appointments;

import static com.klinity.appointments.Clinic.PATIENTS;
import static com.klinity.appointments.Clinic.SEARCH;
import static com.klinity.appointments.Clinic.location;
import static com.klinity.appointments.Clinic.patient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientSearchTest {

    private final Practitioner ana = Clinic.practitioner();

    @ParameterizedTest
    @ValueSource(
            strings = {"João", "joao", "JOAO", "jo", "joao gon", "GONÇALVES", "goncalves d", "conc", "d'avila", "avi"})
    void a_name_is_found_by_the_beginning_of_any_of_its_words(String prefix) {
        patient(ana, "João Gonçalves da Conceição d’Ávila");
        assertEquals(1, found(prefix).size(), prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oao", "alves", "%", "_", "jo%", "jo_o", "%alves", "joao\\\\", "*", ".*", "' or 1=1 --"})
    void a_name_is_not_found_by_anything_else(String prefix) {
        patient(ana, "João Gonçalves");
        assertEquals(List.of(), found(prefix));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "jose silva | José Carlos Pereira da Silva",
                "silva, jose | José Carlos Pereira da Silva",
                "SILVA jos | José Carlos Pereira da Silva",
                "joao araujo | João Araújo",
                "davila | Beatriz d'Ávila",
                "davila | Beatriz D’Avila",
                "d'avila | Beatriz Davila",
                "d avila | Beatriz d`Avila",
                "davila | Beatriz d Ávila",
                "obrien | Liam O'Brien",
                "o'brien | Liam O Brien",
                "brien | Liam O´Brien",
                "oeuvrard | Anne Œuvrard",
                "œuvrard | Anne Oeuvrard",
                "gross | Ute Groß",
                "Groß | Ute GROSS",
                "grosser | Ute GRÖẞER",
                "soren | Søren Ægir",
                "aegir | Søren Ægir",
                "lukasz | Łukasz Żak",
                "ipek isik | İpek Işık",
                "ışık | Ipek ISIK",
                "thorunn | Þórunn Guðjónsdóttir",
                "gudjonsdottir | Þórunn Guðjónsdóttir",
                "mueller | Jörg Müller",
                "muller joerg | Jörg Müller",
                "müller | Joerg Mueller",
                "jean luc | Jean-Luc Picard",
                "jeanluc | Jean‑Luc Picard",
                "jean-luc | Jean Luc Picard",
                "jean-luc | Jeanluc Picard",
                "mcdonald | Mc Donald",
                "mc donald | Ronald McDonald",
                "ana | Ａｎａ Ｌｉｍａ",
                "ａｎａ | Ana Lima",
                "fiona | ﬁona",
                "сергей | СЕРГЕЙ Ёлкин",
                "елкин | Сергей Ёлкин",
                "山田 | 山田太郎",
                "太郎 | 山田太郎",
                "山田 太郎 | 山田太郎",
                "山田太郎 | 山田　太郎",
                "がく | がく さくら",
                "철수 | 김철수",
                "محمد | مُحَمَّد علي",
                "احمد | أحمد علي",
                "कुमार | राज कुमार",
                "παπαδοπουλος | Γιώργος ΠΑΠΑΔΌΠΟΥΛΟΣ"
            })
    void a_name_is_found_however_it_is_written(String sought, String name) {
        patient(ana, name);
        assertEquals(List.of(name), found(sought));
    }

    @ParameterizedTest
    @CsvSource({"anas, Ana Souza", "silva lima, Ana Silva", "かく, がく", "कमार, कुमार", "souza anaa, Ana Souza"})
    void what_is_another_name_is_not_found(String sought, String name) {
        patient(ana, name);
        assertEquals(List.of(), found(sought));
    }

    @Test
    void a_decomposed_name_is_found_by_a_composed_one() {
        patient(ana, "Jose\u0301 Arau\u0301jo");
        assertEquals(1, found("jos\u00e9 ara\u00fajo").size());
    }

    @Test
    void a_search_has_sixteen_words_at_most() {
        assertEquals(
                422,
                ana.post(SEARCH, "{\"name\": \"" + "ab ".repeat(17) + "\"}").status());
    }

    @Test
    void sixteen_words_are_all_needed() {
        patient(ana, "b c d e f g h i j k l m n o p q");
        patient(ana, "b c d e f g h i j k l m n o p r");
        assertEquals(1, found("q p o n m l k j i h g f e d c b").size());
    }

    @Test
    void wildcards_in_a_name_are_found_as_what_they_are() {
        patient(ana, "100% Ana");
        patient(ana, "1000 Ana");
        assertEquals(List.of("100% Ana"), found("100%"));
    }

    @Test
    void a_changed_name_is_found() {
        Answer created = patient(ana, "Ana Souza");
        ana.patch(location(created), created.etag(), "{\"name\": \"Ana Lima\"}");
        assertEquals(List.of("Ana Lima"), found("lima"));
    }

    @Test
    void a_former_name_is_not_found() {
        Answer created = patient(ana, "Ana Souza");
        ana.patch(location(created), created.etag(), "{\"name\": \"Ana Lima\"}");
        assertEquals(List.of(), found("souza"));
    }

    @Test
    void a_change_of_something_else_does_not_pass_old_folding_for_new() throws SQLException {
        Answer created = patient(ana, "Ana Souza");
        try (Connection connection = Clinic.SERVER.connectIn(ana.account());
                Statement statement = connection.createStatement()) {
            statement.execute("update appointments.patients set folding = 1");
            connection.commit();
        }
        ana.patch(location(created), created.etag(), "{\"notes\": \"n\"}");
        try (Connection connection = Clinic.SERVER.connectIn(ana.account());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select folding from appointments.patients")) {
            row.next();
            assertEquals(1, row.getInt(1));
        }
    }

    @Test
    void a_deleted_patient_is_not_found() {
        Answer created = patient(ana, "Ana Souza");
        ana.delete(location(created), created.etag());
        assertEquals(List.of(), found("ana"));
    }

    @Test
    void an_external_id_is_found_exactly() {
        ana.post(PATIENTS, "{\"name\": \"A\", \"externalId\": \"HC-1\"}");
        ana.post(PATIENTS, "{\"name\": \"B\", \"externalId\": \"HC-10\"}");
        assertEquals(List.of("A"), names("{\"externalId\": \"HC-1\"}"));
    }

    @Test
    void a_birth_date_is_found_exactly() {
        ana.post(PATIENTS, "{\"name\": \"A\", \"birthDate\": \"1984-02-29\"}");
        ana.post(PATIENTS, "{\"name\": \"B\", \"birthDate\": \"1984-03-01\"}");
        assertEquals(List.of("A"), names("{\"birthDate\": \"1984-02-29\"}"));
    }

    @Test
    void all_that_is_known_must_hold() {
        ana.post(PATIENTS, "{\"name\": \"Ana\", \"externalId\": \"1\", \"birthDate\": \"1984-02-29\"}");
        ana.post(PATIENTS, "{\"name\": \"Bea\", \"externalId\": \"1\", \"birthDate\": \"1984-02-29\"}");
        assertEquals(List.of("Ana"), names("{\"name\": \"an\", \"externalId\": \"1\", \"birthDate\": \"1984-02-29\"}"));
    }

    @Test
    void a_patient_is_found_once_however_often_a_word_is_in_the_name() {
        patient(ana, "Ana Ana Anabela");
        assertEquals(List.of("Ana Ana Anabela"), found("ana"));
    }

    @Test
    void a_name_as_long_as_names_can_be_is_found() {
        String name = "Ż".repeat(200);
        patient(ana, name);
        assertEquals(List.of(name), found(name));
    }

    @Test
    void a_name_of_the_longest_unfolding_is_found() {
        String name = "\ufdfa".repeat(200);
        patient(ana, name);
        assertEquals(List.of(name), found("\ufdfa"));
    }

    @Test
    void results_come_in_pages() {
        List<String> names = List.of("Ana A", "Ana B", "Ana C", "Ana D", "Ana E");
        names.forEach(name -> patient(ana, name));
        assertEquals(names, Pages.walk("name", 2, query -> ana.post(SEARCH + query, "{\"name\": \"ana\"}")));
    }

    @Test
    void another_account_s_patients_are_not_found() {
        patient(Clinic.practitioner(), "Ana Souza");
        assertEquals(List.of(), found("ana"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"\"}",
                "{\"name\": \" \"}",
                "{\"name\": \"-\"}",
                "{\"name\": \"a\\u0007\"}",
                "{\"externalId\": \"a\\u0007\"}",
                "{\"name\": null}"
            })
    void nothing_to_search_for_is_422(String body) {
        assertEquals(422, ana.post(SEARCH, body).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"name\": [\"a\"]}",
                "{\"name\": \"a\", \"q\": \"a\"}",
                "{\"name\": \"a\\u0000\"}",
                "{\"name\": \"\\udc00\"}",
                "{\"externalId\": \"\\u0000\"}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"birthDate\": \"yesterday\"}",
                "{\"birthDate\": 3}"
            })
    void a_search_of_the_wrong_shape_is_400(String body) {
        assertEquals(400, ana.post(SEARCH, body).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "9999-12-31", "+999999999-12-31", "-999999999-01-01"})
    void a_day_nobody_was_born_on_is_answered(String day) {
        int status = ana.post(SEARCH, "{\"birthDate\": \"" + day + "\"}").status();
        assertTrue(status == 200 || status == 400, () -> "status " + status);
    }

    @Test
    void a_name_of_a_million_characters_is_refused() {
        int status =
                ana.post(SEARCH, "{\"name\": \"" + "é".repeat(400_000) + "\"}").status();
        assertTrue(status == 413 || status == 422, () -> "status " + status);
    }

    private List<String> found(String name) {
        return names("{\"name\": \"" + name + "\"}");
    }

    private List<String> names(String body) {
        return Clinic.each(ana.post(SEARCH, body), "name");
    }
}
