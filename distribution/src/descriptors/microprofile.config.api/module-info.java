open module microprofile.config.api {
    exports org.eclipse.microprofile.config.spi;

    uses org.eclipse.microprofile.config.spi.ConfigProviderResolver;
}
