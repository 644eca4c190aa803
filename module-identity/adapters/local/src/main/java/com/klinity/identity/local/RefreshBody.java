package com.klinity.identity.local;

import com.klinity.platform.spi.Rules;
import org.jspecify.annotations.Nullable;

/** {@code {refreshToken}}. */
record RefreshBody(@Nullable String refreshToken) {

    private static final int LONGEST = 256;

    RefreshBody {
        new Rules().text("/refreshToken", refreshToken, LONGEST).enforce();
    }

    String token() {
        return String.valueOf(refreshToken);
    }

    @Override
    public String toString() {
        return "RefreshBody[•••]";
    }
}
