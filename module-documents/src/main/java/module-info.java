/**
 * Clinical documents: templates, drafts that cite the transcript, versions, signatures and addenda.
 *
 * <p>{@code com.klinity.documents.spi} is for drafter adapters; everything else is hidden.
 *
 * @provides com.klinity.platform.spi.FeatureModule the feature {@code documents}
 */
module com.klinity.documents {
    requires com.klinity.appointments;
    requires transitive com.klinity.platform;
    requires com.klinity.transcription;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires static transitive org.jspecify;

    exports com.klinity.documents.spi;

    // Bodies are read into, and answers written from, records of this package.
    opens com.klinity.documents to
            com.klinity.platform,
            tools.jackson.databind;

    provides com.klinity.platform.spi.FeatureModule with
            com.klinity.documents.DocumentsModule;
}
