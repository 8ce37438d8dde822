/*
 * A list of rude and hurtful words, for a check that holds a pupil's words until a teacher has read them. It is not nice to read.
 * One entry a line; `*` behind an entry takes its longer forms too, `~fr` says that it is an ordinary word in that language.
 * Words that children need in a lesson (war, death, body, religion) have no place here; a school adds and takes out what it likes.
 */
export const english = `
arse
arsehole*
ass
asses
asshole*
asshat
badass
bastard*
bellend*
bitch
bitches
bitching
bitchy
blowjob*
bollock*
boner
boobs
boobies
bugger
buggers
bullshit*
bloody hell
cock ~fr
cocks
cocksuck*
crap
crappy
cum
cumming
cunt*
dick
dicks
dickhead*
dildo*
dipshit*
douche
douchebag*
dumbass*
fag
fags
faggot*
fatso
fuck*
fuk
fuker
fuking
fck
fcking
fucc
feck
fecking
goddamn*
gook*
gtfo
gypo
gyppo
handjob*
heil hitler
hitler was right
go to hell
horny
i will hurt you
i will kill you
jackass*
jerk off
jizz
idiot
idiots
kill yourself
kike*
kys
knobhead*
lmfao
you loser
milf
minger*
minging
mongoloid
moron
morons
motherfuck*
nigga*
nigger*
nobhead*
nonce
nude pics
nudes
orgasm*
paki
pakis
pedo
pedos
paedo*
perv
perverts
phuck
phuk
pikey*
piss off
pissed
pissing
poof
poofter*
porn
porno*
prick
pricks
pussy
pussies
rapist*
raping
rape you
retard
retarded
retards
scum
scumbag*
sexy
shag
shagging
shit
shits
shite
shithead*
shitting
shitty
shut up
skank*
slag
slut*
spastic
spaz
spazz
stfu
stupid cow
tits
titties
tosser*
towelhead*
tranny
trannies
turd
turds
twat*
ugly cow
wank
wanker*
wanking
wetback*
whore*
wog
wogs
wop
wtf
you stink
you smell
you are stupid
you are ugly
ur mum
ur mom
yo mama
nobody likes you
`;
