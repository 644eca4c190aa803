package com.klinity.documents;

import com.klinity.documents.drafting.Sentences;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries citations over an edit: a sentence that is there word for word as before keeps what it cites, wherever in the
 * document it now stands; any other sentence cites nothing. Used for one edit.
 */
final class Citing {

    private final Map<String, Deque<List<Citation>>> known = new HashMap<>();
    private final List<String> longestFirst;

    private Citing(List<Section> before) {
        for (Section section : before) {
            for (Sentence sentence : Absent.toEmpty(section.sentences())) {
                if (!sentence.citations().isEmpty()) {
                    known.computeIfAbsent(sentence.text(), text -> new ArrayDeque<>())
                            .add(sentence.citations());
                }
            }
        }
        longestFirst = known.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static Citing of(List<Section> before) {
        return new Citing(before);
    }

    /** The sentences of an edited text; null when none of them cites anything. */
    @Nullable
    List<Sentence> sentences(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int rest = 0;
        for (int at = 0; at < text.length(); at++) {
            String found = startsSentence(text, at) ? knownAt(text, at) : "";
            if (!found.isEmpty()) {
                addUncited(sentences, text.substring(rest, at));
                sentences.add(new Sentence(found, citationsOf(found)));
                at += found.length() - 1;
                rest = at + 1;
            }
        }
        addUncited(sentences, text.substring(rest));
        return sentences.stream().allMatch(sentence -> sentence.citations().isEmpty()) ? null : sentences;
    }

    private static void addUncited(List<Sentence> sentences, String text) {
        Sentences.of(text).forEach(sentence -> sentences.add(new Sentence(sentence, List.of())));
    }

    private static boolean startsSentence(String text, int at) {
        return at == 0 || Character.isWhitespace(text.charAt(at - 1));
    }

    private String knownAt(String text, int at) {
        return longestFirst.stream()
                .filter(sentence -> text.startsWith(sentence, at) && endsSentence(text, at + sentence.length()))
                .findFirst()
                .orElse("");
    }

    private static boolean endsSentence(String text, int at) {
        return at == text.length() || Character.isWhitespace(text.charAt(at));
    }

    /** What was said twice is cited in turn; a copy of it cites the same again. */
    private List<Citation> citationsOf(String sentence) {
        Deque<List<Citation>> citations = known.getOrDefault(sentence, new ArrayDeque<>());
        return citations.size() > 1 ? citations.removeFirst() : citations.getFirst();
    }
}
