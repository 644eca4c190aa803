package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.security.TokenRefused.Reason;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("AU-2")
@DisplayName("The Authorization header")
class BearerTokenTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "Bearer   a.b.c"})
    void presents_a_token_in_any_case_of_the_scheme(String value) {
        assertEquals(new BearerToken.Presented("a.b.c"), BearerToken.from(List.of(value)));
    }

    @Test
    void may_be_absent() {
        assertEquals(new BearerToken.Absent(), BearerToken.from(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Negotiate", "BearerX a.b.c", "DPoP a.b.c"})
    void with_another_scheme_counts_as_absent(String value) {
        assertEquals(new BearerToken.Absent(), BearerToken.from(List.of(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " Bearer a.b.c",
                "Bearer",
                "Bearer ",
                "Bearer\ta.b.c",
                "Bearer a.b.c ",
                "Bearer a.b.c, Bearer d.e.f",
                "Bearer a b",
                "Bearer a.b.c\r\nX: y",
                "Bearer a.b.\u00e9",
                "Bearer =a",
                "Bearer \"a.b.c\""
            })
    void in_another_form_is_refused(String value) {
        TokenRefused refused = assertThrows(TokenRefused.class, () -> BearerToken.from(List.of(value)));
        assertEquals(Reason.AUTHORIZATION_HEADER, refused.reason());
    }

    @Test
    void sent_twice_is_refused_even_if_both_are_alike() {
        List<String> twice = List.of("Bearer a.b.c", "Bearer a.b.c");
        TokenRefused refused = assertThrows(TokenRefused.class, () -> BearerToken.from(twice));
        assertEquals(Reason.AUTHORIZATION_HEADER, refused.reason());
    }

    @Test
    void sent_twice_with_two_schemes_is_refused() {
        List<String> mixed = List.of("Basic dXNlcjpwYXNz", "Bearer a.b.c");
        TokenRefused refused = assertThrows(TokenRefused.class, () -> BearerToken.from(mixed));
        assertEquals(Reason.AUTHORIZATION_HEADER, refused.reason());
    }

    @Test
    void is_never_printed() {
        assertFalse(BearerToken.from(List.of("Bearer secret")).toString().contains("secret"));
    }
}
