package com.klinity.documents.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words that tell what a remark is about; the form is explained at the head of the cue files. */
record Cue(double weight, Pattern pattern) {

    /** Spaces between words, not those inside parentheses. */
    private static final Pattern SPACE = Pattern.compile(" (?![^()]*\\))");

    /** What people say before they begin. */
    private static final String LEAD_IN =
            "^(?:(?:ok|okay|so|well|now|and|then|but|otherwise|entao|bom|agora|e|mas|olha) ){0,2}";

    static Cue of(double weight, String words) {
        List<String> parts = new ArrayList<>();
        SPACE.splitAsStream(words)
                .forEach(word -> parts.add(word.equals("..") ? "(?:\\S+ ){0,3}?" : word.replace("*", "\\w*") + " "));
        String joined = String.join("", parts).strip().replace("^", LEAD_IN);
        return new Cue(weight, Pattern.compile("(?<!\\w)(?:" + joined + ")(?!\\w)"));
    }

    boolean in(String words) {
        return pattern.matcher(words).find();
    }
}
