package com.klinity.appointments;

import com.klinity.platform.spi.ReadableText;
import com.klinity.platform.spi.Rules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the patient was told or gave a signature to.
 *
 * @param text    in full
 * @param version what the practice calls this edition of it
 */
record Wording(@Nullable String text, @Nullable String version) {

    static final Wording NONE = new Wording(null, null);

    private static final int TEXT_MOST = 20_000;
    private static final int VERSION_MOST = 100;

    void check(Rules rules) {
        rules.optionalText("/text", text, TEXT_MOST)
                .require("/text", text == null || !text.isBlank(), "must not be blank")
                .require("/text", ReadableText.isProse(text), ReadableText.PROSE)
                .optionalText("/textVersion", version, VERSION_MOST)
                .require("/textVersion", ReadableText.isLine(version), ReadableText.LINE)
                .require("/textVersion", version == null || text != null, "needs the text that it is a version of");
    }

    /** Of the text's UTF-8, 64 hexadecimal digits; null when there is none. */
    @Nullable
    String sha256() {
        try {
            return text == null
                    ? null
                    : HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
