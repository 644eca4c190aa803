package com.klinity.transcription;

import com.klinity.platform.spi.Rules;
import com.klinity.platform.spi.Vendor;
import com.klinity.transcription.spi.TranscriptionEngine;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an engine can do, as the API shows it. What it cannot do is refused when it is asked for: it would only fail in the
 * queue, minutes later.
 *
 * @param name         as {@code engine} of a request names it
 * @param onThisServer whether recordings stay here; otherwise a sub-processor hears them
 * @param languages    tags of languages alone, such as {@code en}; absent when it cannot say beforehand
 * @param formats      media types of recordings; absent when it cannot say beforehand
 */
record Capabilities(
        String name,
        boolean onThisServer,
        @Nullable List<String> languages,
        @Nullable List<String> formats) {

    static Capabilities of(String name, Vendor vendor, TranscriptionEngine engine) {
        return new Capabilities(name, vendor.hosts().isEmpty(), told(engine.languages()), told(engine.mediaTypes()));
    }

    private static @Nullable List<String> told(Set<String> known) {
        return known.isEmpty() ? null : known.stream().sorted().toList();
    }

    /**
     * Goes on unless that wish for such a recording is known to fail.
     *
     * @throws com.klinity.platform.spi.Refusal 422 with every reason
     */
    void require(TranscriptInput wish, String format) {
        String asked = wish.engine();
        require(
                new Rules()
                        .require(
                                "/engine",
                                asked == null || asked.equals(name),
                                "must be one that this server has: " + name),
                wish.language() == null ? "" : wish.language(),
                format);
    }

    /** The same for a wish that was taken once; {@code und} is no language. */
    void requireStill(String language, String format) {
        require(new Rules(), languageOf(language).isEmpty() ? "" : language, format);
    }

    private void require(Rules rules, String tag, String format) {
        rules.require(
                        "/language",
                        tag.isEmpty() || languages == null || languages.contains(languageOf(tag)),
                        "must be one that the engine '" + name + "' understands: " + listed(languages))
                .require(
                        "/recording/contentType",
                        formats == null || formats.contains(format),
                        "is " + format + ", and the engine '" + name + "' takes " + listed(formats))
                .enforce();
    }

    private static String languageOf(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    private static String listed(@Nullable List<String> known) {
        return known == null ? "any" : String.join(", ", known);
    }
}
