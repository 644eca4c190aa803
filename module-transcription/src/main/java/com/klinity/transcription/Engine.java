package com.klinity.transcription;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Rules;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Vendor;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionEngineProvider;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The engine that the settings name, opened, and who stands behind it. */
record Engine(String name, Vendor vendor, TranscriptionEngine transcriber, Set<String> languages) implements Adapter {

    static final String SETTING = "klinity.transcription.engine";

    /** Asked once, since an engine is not asked inside a transaction. */
    Engine(String name, Vendor vendor, TranscriptionEngine transcriber) {
        this(name, vendor, transcriber, Set.copyOf(transcriber.languages()));
    }

    static Engine open(TranscriptionEngineProvider provider, Settings settings) {
        try {
            return new Engine(provider.name(), provider.vendor(), provider.open(settings));
        } catch (IllegalArgumentException e) {
            throw new StartFailure("speech engine '" + provider.name() + "': " + e.getMessage(), e);
        }
    }

    /**
     * Goes on when the engine may understand that language.
     *
     * @throws Refusal 422 when it is known not to
     */
    void requireUnderstood(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        new Rules()
                .require(
                        "/language",
                        tag.isEmpty() || languages.isEmpty() || languages.contains(language),
                        "must be one that the engine '" + name + "' understands: "
                                + languages.stream().sorted().collect(Collectors.joining(", ")))
                .enforce();
    }

    /** What using the engine leaves elsewhere. */
    VendorCopy copy() {
        return vendor.hosts().isEmpty() ? VendorCopy.NONE : VendorCopy.PRESENT;
    }
}
