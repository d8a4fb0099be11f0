curl --data-binary @7.png -H 'Content-Type: image/png' {{ address }}
