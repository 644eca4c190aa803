package com.klinity.documents;

import com.klinity.appointments.api.Holdings;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;

/** Declares the feature {@code documents}. */
public final class DocumentsModule implements FeatureModule {

    /** For the service loader. */
    public DocumentsModule() {}

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public List<String> after() {
        return List.of("appointments", "transcription");
    }

    @Override
    public Schema schema() {
        return new Schema(
                name(), List.of("V1__documents.sql", "V2__what_a_signature_rests_on.sql"), DocumentsModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(
                new DataKind(
                        "Clinical documents and notes",
                        true,
                        "While the account is active; signed documents cannot be removed before that.",
                        List.of("documents.addenda", "documents.versions", "documents.documents")),
                new DataKind(
                        "Who signs documents",
                        false,
                        "While the account is active; signed documents keep their own copy.",
                        List.of("documents.practitioners")),
                new DataKind(
                        "Document templates",
                        false,
                        "Until the practitioner deletes them or the account.",
                        List.of("documents.template_versions", "documents.templates")));
    }

    @Override
    public Feature open(FeatureContext context) {
        context.require(Holdings.class).add(new KeptDocuments(context));
        return new DocumentsFeature(context);
    }
}
