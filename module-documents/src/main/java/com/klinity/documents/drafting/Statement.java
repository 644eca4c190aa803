package com.klinity.documents.drafting;

/** A remark that is worth keeping, with what speaks for its topics. */
record Statement(Remark remark, Evidence evidence, boolean asks) {}
