package com.klinity.appointments;

import com.klinity.platform.spi.ReadableText;
import com.klinity.platform.spi.Rules;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How to reach a patient. */
record Contact(@Nullable String email, @Nullable String phone) {

    private static final int EMAIL_MOST = 254; // RFC 5321 §4.5.3.1.3, without the angle brackets
    private static final int PHONE_MOST = 40;
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Z}\\p{C}]+@[^@\\s\\p{Z}\\p{C}]+\\.[^@.\\s\\p{Z}\\p{C}]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[ (]*(?:[0-9][ ()./-]*){3,20}");

    /** Takes spaces from the ends. */
    Contact {
        email = email == null ? null : Text.tidy(email);
        phone = phone == null ? null : Text.tidy(phone);
    }

    void check(Rules rules) {
        rules.require("/contact/email", isPlausible(email, EMAIL, EMAIL_MOST), "must be an e-mail address")
                .require("/contact/phone", isPlausible(phone, PHONE, PHONE_MOST), "must be a telephone number");
    }

    /** Null when there is nothing in it. */
    @Nullable
    Contact orNull() {
        return email == null && phone == null ? null : this;
    }

    /** The same without what a rule of today forbids. */
    @Nullable
    Contact mended() {
        return new Contact(Text.mended(email), Text.mended(phone)).orNull();
    }

    /** The length is looked at first: it bounds the work of the pattern. */
    private static boolean isPlausible(@Nullable String value, Pattern pattern, int most) {
        return value == null
                || (value.length() <= most
                        && ReadableText.isLine(value)
                        && pattern.matcher(value).matches());
    }
}
