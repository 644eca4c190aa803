package com.klinity.documents;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Rules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who signs. The body may be left out, which says nothing was seen.
 *
 * @param warningsSeen codes of the draft's warnings
 */
record SignInput(@Nullable List<String> warningsSeen) {

    private static final int MOST = 20;
    private static final int LONGEST = 64;

    SignInput {
        warningsSeen = Absent.toEmpty(warningsSeen);
        new Rules()
                .atMost("/warningsSeen", warningsSeen, MOST)
                .require(
                        "/warningsSeen",
                        warningsSeen.stream().allMatch(code -> code != null && code.length() <= LONGEST),
                        "must hold codes of the document's warnings")
                .enforce();
    }

    static SignInput of(Call call) {
        return call.rawBody().length == 0 ? new SignInput(null) : call.body(SignInput.class);
    }

    /** Adds a fault when there are warnings that were not seen. */
    void check(Rules rules, List<Warning> warnings) {
        Set<String> seen = new HashSet<>(Absent.toEmpty(warningsSeen));
        String missing = warnings.stream()
                .map(Warning::code)
                .filter(code -> !seen.contains(code))
                .collect(Collectors.joining(", "));
        rules.require(
                "/warningsSeen",
                missing.isEmpty(),
                "must name each of the draft's warnings once somebody has read them; not named: " + missing);
    }
}
