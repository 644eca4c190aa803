package com.klinity.documents;

import static com.klinity.platform.spi.Access.phi;
import static com.klinity.platform.spi.Access.signedIn;
import static com.klinity.platform.spi.Action.CREATE;
import static com.klinity.platform.spi.Action.DELETE;
import static com.klinity.platform.spi.Action.READ;
import static com.klinity.platform.spi.Action.SIGN;
import static com.klinity.platform.spi.Action.UPDATE;

import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.Consents;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Routes;
import com.klinity.transcription.api.Transcripts;

/** The routes of documents and templates. */
final class DocumentsFeature implements Feature {

    private static final String DOCUMENT = "Document";
    private static final String TEMPLATE = "Template";
    private static final String PRACTITIONER = "Practitioner";

    private final ConfiguredDrafter drafter;
    private final TemplateRoutes templates;
    private final DocumentRoutes documents;
    private final DocumentCreation creation;
    private final SectionRoutes sections;
    private final VersionRoutes versions;
    private final PractitionerRoutes practitioner;
    private final DocumentSigning signing;
    private final AddendumCreation addition;
    private final AddendumRoutes addenda;

    DocumentsFeature(FeatureContext context) {
        Appointments appointments = context.require(Appointments.class);
        Consents consents = context.require(Consents.class);
        TemplateTable templateTable = new TemplateTable(context.json());
        DocumentTable documentTable = new DocumentTable(context.json());
        Templates allTemplates = new Templates(templateTable);
        this.drafter = ConfiguredDrafter.of(context);
        Drafting drafting = new Drafting(context.require(Transcripts.class), drafter);
        Headers headers = new Headers(appointments, consents);
        Printing printing = new Printing(documentTable, headers);
        this.templates = new TemplateRoutes(allTemplates, templateTable, context.clock());
        this.documents = new DocumentRoutes(appointments, consents, documentTable, headers, printing, context.clock());
        this.creation = new DocumentCreation(
                appointments,
                consents,
                allTemplates,
                drafting,
                documentTable,
                headers,
                context.changes(),
                context.clock());
        this.sections = new SectionRoutes(documentTable, context.clock());
        this.practitioner = new PractitionerRoutes(context.clock());
        this.versions = new VersionRoutes(documentTable);
        this.signing = new DocumentSigning(
                appointments,
                documentTable,
                headers,
                new Signing(Signing.needsName(context.settings())),
                context.clock());
        this.addition = new AddendumCreation(documentTable, context.clock());
        this.addenda = new AddendumRoutes(documentTable);
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/v1/templates", signedIn(READ, TEMPLATE), TemplateRoutes.PARAMETERS, templates::list);
        routes.post("/v1/templates", signedIn(CREATE, TEMPLATE), templates::create);
        routes.get("/v1/templates/{id}", signedIn(READ, TEMPLATE), templates::read);
        routes.patch("/v1/templates/{id}", signedIn(UPDATE, TEMPLATE), templates::change);
        routes.delete("/v1/templates/{id}", signedIn(DELETE, TEMPLATE), templates::delete);
        routes.get("/v1/templates/{id}/versions/{version}", signedIn(READ, TEMPLATE), templates::readVersion);

        routes.get("/v1/practitioner", signedIn(READ, PRACTITIONER), practitioner::read);
        routes.staged(Method.PUT, "/v1/practitioner", signedIn(UPDATE, PRACTITIONER), practitioner);
        routes.get("/v1/appointments/{id}/documents", phi(READ, DOCUMENT), Parameters.page(), documents::list);
        routes.staged(Method.POST, "/v1/appointments/{id}/documents", phi(CREATE, DOCUMENT), creation);
        routes.get("/v1/documents/{id}", phi(READ, DOCUMENT), documents::read);
        routes.patch("/v1/documents/{id}", phi(UPDATE, DOCUMENT), documents::change);
        routes.delete("/v1/documents/{id}", phi(DELETE, DOCUMENT), documents::delete);

        routes.get("/v1/documents/{id}/sections/{key}", phi(READ, DOCUMENT), sections::read);
        routes.put("/v1/documents/{id}/sections/{key}", phi(UPDATE, DOCUMENT), sections::save);
        routes.get("/v1/documents/{id}/versions", phi(READ, DOCUMENT), Parameters.page(), versions::list);
        routes.get("/v1/documents/{id}/versions/{version}", phi(READ, DOCUMENT), versions::read);

        routes.staged(Method.POST, "/v1/documents/{id}/sign", phi(SIGN, DOCUMENT), signing);
        routes.staged(Method.POST, "/v1/documents/{id}/addenda", phi(UPDATE, DOCUMENT), addition);
        routes.get("/v1/documents/{id}/addenda/{addendum}", phi(READ, DOCUMENT), addenda::read);
    }

    @Override
    public void close() {
        drafter.drafter().close();
    }
}
