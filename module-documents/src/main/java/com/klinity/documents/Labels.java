package com.klinity.documents;

/** Words on printed documents that are not the document's own. */
record Labels(
        String draft,
        String patient,
        String birthDate,
        String externalId,
        String appointment,
        String template,
        String drafted,
        String byMachine,
        String addendum,
        String signedAt,
        String signedBy,
        String nobodyNamed,
        String contentHash) {

    private static final Labels ENGLISH = new Labels(
            "DRAFT \u2013 not signed",
            "Patient",
            "Date of birth",
            "Patient number",
            "Appointment",
            "Template",
            "Drafted",
            "by a machine, from a recording of the consultation",
            "Addendum",
            "Signed at",
            "Signed by",
            "nobody was named (evaluation server)",
            "SHA-256");

    private static final Labels PORTUGUESE = new Labels(
            "RASCUNHO \u2013 n\u00e3o assinado",
            "Paciente",
            "Data de nascimento",
            "N\u00famero do paciente",
            "Atendimento",
            "Modelo",
            "Rascunho",
            "por uma m\u00e1quina, a partir da grava\u00e7\u00e3o do atendimento",
            "Adendo",
            "Assinado em",
            "Assinado por",
            "ningu\u00e9m foi identificado (servidor de avalia\u00e7\u00e3o)",
            "SHA-256");

    /** Labels of a template's language. */
    static Labels of(String language) {
        return language.startsWith("pt") ? PORTUGUESE : ENGLISH;
    }
}
