package com.klinity.documents;

import java.util.List;

/** What a version holds. */
record Content(String title, List<Section> sections) {

    Content {
        sections = List.copyOf(sections);
    }

    /** Keys of the sections that were last changed in that version. */
    List<String> changedIn(long version) {
        return sections.stream()
                .filter(section -> section.tag() == version)
                .map(Section::key)
                .toList();
    }
}
