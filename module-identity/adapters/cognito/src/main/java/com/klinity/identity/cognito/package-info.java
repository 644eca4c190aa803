/** A user pool of Amazon Cognito as identity provider. */
@NullMarked
package com.klinity.identity.cognito;

import org.jspecify.annotations.NullMarked;
