package com.klinity.documents;

/** Whether a document can still change. */
enum Status {
    DRAFT,
    SIGNED
}
