// Loaded before the emulator: adds what Amazon Cognito does and the emulator does not.
"use strict";
const path = require("node:path");
const lib = path.join(process.env.COGNITO_LOCAL, "lib");
const { Targets } = require(path.join(lib, "targets", "targets"));
const { UserNotFoundError } = require(path.join(lib, "errors"));

// AdminUserGlobalSignOut: every refresh token of the user is revoked.
Targets.AdminUserGlobalSignOut = ({ cognito }) => async (context, request) => {
  const pool = await cognito.getUserPool(context, request.UserPoolId);
  const user = await pool.getUserByUsername(context, request.Username);
  if (!user) {
    throw new UserNotFoundError("User does not exist.");
  }
  await pool.saveUser(context, { ...user, RefreshTokens: [] });
  return {};
};

// ConfirmSignUp: who enters the mailed code has verified the address.
const confirm = Targets.ConfirmSignUp;
Targets.ConfirmSignUp = (services) => async (context, request) => {
  const answer = await confirm(services)(context, request);
  const pool = await services.cognito.getUserPoolForClientId(context, request.ClientId);
  const user = await pool.getUserByUsername(context, request.Username);
  const others = user.Attributes.filter(({ Name }) => Name !== "email_verified");
  await pool.saveUser(context, { ...user, Attributes: [...others, { Name: "email_verified", Value: "true" }] });
  return answer;
};
