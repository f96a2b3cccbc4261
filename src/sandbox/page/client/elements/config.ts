/** Read by the message elements when they load: their own default pictures lie on another host. */
const avatar = '/page/strata.svg';
Object.assign(globalThis, {
  $discordMessage: {
    avatars: { default: avatar, blue: avatar, gray: avatar, green: avatar, orange: avatar, red: avatar, pink: avatar },
  },
});
