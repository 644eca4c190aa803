package com.klinity.documents;

import java.util.List;

/** What a version holds. */
record Content(String title, List<Section> sections) {

    Content {
        sections = List.copyOf(sections);
    }
}
