package com.klinity.documents;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import java.util.regex.Pattern;

/** Path parameters that are version numbers. */
final class PathNumber {

    private static final Pattern USUAL_FORM = Pattern.compile("[1-9]\\d{0,17}");

    private PathNumber() {}

    /**
     * The number.
     *
     * @throws Refusal 404 when it is not one, as for a version that never existed
     */
    static long of(Call call, String name) {
        String text = call.path(name);
        if (!USUAL_FORM.matcher(text).matches()) {
            throw Refusal.notFound();
        }
        return Long.parseLong(text);
    }
}
