package com.klinity.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.documents.spi.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInTemplatesTest {

    @Test
    void there_are_eight_kinds_in_two_languages() {
        assertEquals(
                Set.of(
                        "soap-en",
                        "hp-en",
                        "dap-en",
                        "birp-en",
                        "progress-en",
                        "discharge-en",
                        "referral-en",
                        "letter-en",
                        "soap-pt-BR",
                        "hp-pt-BR",
                        "dap-pt-BR",
                        "birp-pt-BR",
                        "progress-pt-BR",
                        "discharge-pt-BR",
                        "referral-pt-BR",
                        "letter-pt-BR"),
                all().stream().map(template -> String.valueOf(template.key())).collect(Collectors.toSet()));
    }

    @Test
    void ids_never_change() {
        assertEquals(
                "019b76da-a800-7001-8000-000000000001",
                BuiltInTemplates.find("soap-en").orElseThrow().id().toString());
    }

    @Test
    void ids_differ() {
        assertEquals(16, all().stream().map(Template::id).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_keeps_the_rules_of_own_templates(Template template) {
        assertEquals(template.name(), template.body().name());
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_language_has_its_suffix(Template template) {
        assertTrue(String.valueOf(template.key()).endsWith("-" + template.language()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_topic_has_two_places(Template template) {
        List<Topic> taken = topics(template);
        assertEquals(Set.copyOf(taken).size(), taken.size());
    }

    /** BIRP and DAP come from therapy, yet a remark about anything else must not be lost. */
    @ParameterizedTest
    @MethodSource("all")
    void every_topic_has_a_place(Template template) {
        assertEquals(EnumSet.allOf(Topic.class), EnumSet.copyOf(topics(template)));
    }

    private static List<Topic> topics(Template template) {
        return template.sections().stream()
                .flatMap(section -> section.topics().stream())
                .toList();
    }

    private static List<Template> all() {
        return BuiltInTemplates.all();
    }
}
