package com.klinity.documents;

/**
 * What somebody has to know of a draft before signing it.
 *
 * @param code   stable; who signs names it as seen
 * @param detail for people; says nothing of the patient
 */
record Warning(String code, String detail) {}
