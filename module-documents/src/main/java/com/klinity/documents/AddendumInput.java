package com.klinity.documents;

import com.klinity.platform.spi.Rules;

/** Text to add to a signed document. */
record AddendumInput(String text) {

    AddendumInput {
        Rules rules = new Rules().text("/text", text, 20_000);
        TextRules.wellFormed(rules, "/text", text);
        rules.enforce();
    }
}
