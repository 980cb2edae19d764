package org.passerelle.web;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** Puts {@link AssetLinkFilter} in the place of the filter that Spring Boot would register for the addresses of assets. */
@Configuration(proxyBeanMethods = false)
class AssetLinkConfiguration {

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> assetLinks() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> registration =
                new FilterRegistrationBean<>(new AssetLinkFilter());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }
}
