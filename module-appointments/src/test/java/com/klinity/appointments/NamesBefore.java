package com.klinity.appointments;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Schema;
import java.util.List;

/** The tables as they were before names were told apart. */
final class NamesBefore implements FeatureModule {

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        List<String> before = new AppointmentsModule()
                .schema().scripts().stream()
                        .takeWhile(script -> !script.startsWith("V3__"))
                        .toList();
        return new Schema(name(), before, AppointmentsModule.class);
    }

    @Override
    public List<DataKind> data() {
        return new AppointmentsModule()
                .data().stream()
                        .map(kind -> new DataKind(
                                kind.name(),
                                kind.phi(),
                                kind.retention(),
                                kind.tables().stream()
                                        .filter(table -> !table.endsWith("list_keys"))
                                        .toList()))
                        .toList();
    }

    @Override
    public Feature open(FeatureContext context) {
        return new WithoutRoutes();
    }

    private record WithoutRoutes() implements Feature {

        @Override
        public void routes(Routes routes) {}
    }
}
