package com.klinity.platform.modules;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.StartFailure;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A module layer of one adapter folder, below the layer of the platform: two vendors can bring two versions of a library. */
final class AdapterLayer {

    private final Path folder;

    AdapterLayer(Path folder) {
        this.folder = folder;
    }

    <A extends Adapter> A provider(Class<A> type, String name) {
        try {
            List<A> providers = providers(type, layer());
            if (providers.size() != 1 || !providers.getFirst().name().equals(name)) {
                throw broken("it provides " + names(providers) + " for " + type.getSimpleName(), null);
            }
            return providers.getFirst();
        } catch (FindException
                | ResolutionException
                | LayerInstantiationException
                | ServiceConfigurationError
                | LinkageError e) {
            throw broken(String.valueOf(e.getMessage()), e);
        }
    }

    private ModuleLayer layer() {
        ModuleLayer platform = ModuleLayer.boot();
        ModuleFinder own = without(ModuleFinder.of(folder), platform);
        Set<String> roots =
                own.findAll().stream().map(module -> module.descriptor().name()).collect(Collectors.toSet());
        refuseFeatures(own);
        Configuration configuration = platform.configuration().resolve(own, ModuleFinder.of(), roots);
        return platform.defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
    }

    /** A feature has rights that an adapter has not; one that came in a folder would be nobody's decision. */
    private void refuseFeatures(ModuleFinder own) {
        for (ModuleReference module : own.findAll()) {
            if (module.descriptor().provides().stream()
                    .anyMatch(provides -> provides.service().equals(FeatureModule.class.getName()))) {
                throw broken(
                        "its module " + module.descriptor().name()
                                + " provides a feature; features are linked into the image",
                        null);
            }
        }
    }

    /** Providers of parent layers come along in a search, so they are told apart by their module's layer. */
    private static <A extends Adapter> List<A> providers(Class<A> type, ModuleLayer layer) {
        AdapterLayer.class.getModule().addUses(type);
        return ServiceLoader.load(layer, type).stream()
                .filter(provider -> provider.type().getModule().getLayer() == layer)
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** What the platform already has is hidden, or two modules of one name would be read. */
    private static ModuleFinder without(ModuleFinder finder, ModuleLayer platform) {
        return new ModuleFinder() {
            @Override
            public Optional<ModuleReference> find(String name) {
                return platform.findModule(name).isPresent() ? Optional.empty() : finder.find(name);
            }

            @Override
            public Set<ModuleReference> findAll() {
                return finder.findAll().stream()
                        .filter(module ->
                                platform.findModule(module.descriptor().name()).isEmpty())
                        .collect(Collectors.toSet());
            }
        };
    }

    private static String names(List<? extends Adapter> providers) {
        return providers.isEmpty()
                ? "nothing"
                : providers.stream().map(Adapter::name).toList().toString();
    }

    private StartFailure broken(String why, @Nullable Throwable cause) {
        String fault = "adapter folder " + folder + " cannot be used: " + why;
        return cause == null ? new StartFailure(fault) : new StartFailure(fault, cause);
    }
}
