package com.klinity.notifications;

import com.klinity.platform.spi.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What an account wants to be sent. Whatever is missing has its default.
 *
 * @param locale    language of the mails: {@code en} or {@code pt-BR}
 * @param signedOut a mail after signing out everywhere; wanted unless declined
 */
record Preferences(@Nullable String locale, @Nullable Boolean signedOut) {

    Preferences {
        locale = locale == null ? Language.ENGLISH.tag() : locale;
        signedOut = signedOut == null || signedOut;
        new Rules()
                .require("/locale", Language.isOffered(locale), "must be en or pt-BR")
                .enforce();
    }

    boolean wants(MailKind kind) {
        return kind != MailKind.SIGNED_OUT || Boolean.TRUE.equals(signedOut);
    }

    Language language() {
        return Language.nearest(locale);
    }
}
