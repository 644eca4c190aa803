package com.klinity.documents;

/** Words on printed documents that are not the document's own. */
record Labels(
        String draft,
        String patient,
        String birthDate,
        String appointment,
        String template,
        String addendum,
        String signedAt,
        String signedBy,
        String contentHash) {

    private static final Labels ENGLISH = new Labels(
            "DRAFT \u2013 not signed",
            "Patient",
            "Date of birth",
            "Appointment",
            "Template",
            "Addendum",
            "Signed at",
            "Signed by",
            "SHA-256");

    private static final Labels PORTUGUESE = new Labels(
            "RASCUNHO \u2013 n\u00e3o assinado",
            "Paciente",
            "Data de nascimento",
            "Atendimento",
            "Modelo",
            "Adendo",
            "Assinado em",
            "Assinado por",
            "SHA-256");

    /** Labels of a template's language. */
    static Labels of(String language) {
        return language.startsWith("pt") ? PORTUGUESE : ENGLISH;
    }
}
