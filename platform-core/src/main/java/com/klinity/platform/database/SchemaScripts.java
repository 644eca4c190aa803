package com.klinity.platform.database;

import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.StartFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Hands Flyway the scripts a schema names. Its own search of the class path finds nothing in a jlinked image. */
final class SchemaScripts implements ResourceProvider {

    private final Schema schema;

    SchemaScripts(Schema schema) {
        this.schema = schema;
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return schema.scripts().contains(name) ? new Script(schema, name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return schema.scripts().stream()
                .filter(script ->
                        script.startsWith(prefix) && Stream.of(suffixes).anyMatch(script::endsWith))
                .<LoadableResource>map(script -> new Script(schema, script))
                .toList();
    }

    private static final class Script extends LoadableResource {

        private final Schema schema;
        private final String name;

        Script(Schema schema, String name) {
            this.schema = schema;
            this.name = name;
        }

        @Nullable
        InputStream open() {
            try {
                return schema.owner().getModule().getResourceAsStream(schema.location(name));
            } catch (IOException e) {
                throw new StartFailure("cannot read migration " + schema.location(name), e);
            }
        }

        @Override
        public Reader read() {
            InputStream content = open();
            if (content == null) {
                throw new StartFailure("migration " + schema.location(name) + " is not in its module");
            }
            return new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        }

        @Override
        public String getAbsolutePath() {
            return schema.location(name);
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return schema.location(name);
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
